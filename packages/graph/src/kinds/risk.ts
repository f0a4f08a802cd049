/** What a step does to people's access: a closed list, each told to people in one sentence. */
export const risks = {
  none: "touches no one's access",
  'may-grant-access': 'may give people access',
  'may-change-access': 'may change on which terms people have access',
  'may-end-access': 'may end access that people have',
} as const
export type Risk = keyof typeof risks

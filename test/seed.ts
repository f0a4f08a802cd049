import fc from 'fast-check'

/** Properties meet the same inputs in every run; `ENTITLE_SEED=random` looks for new ones, a number for those of one run. */
const wanted = process.env.ENTITLE_SEED ?? '20261123'

if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) })

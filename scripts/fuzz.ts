// Breaks sources at random, for as long as it is told: `node scripts/fuzz.ts --seconds 600 [--seed 1]`.
// Each must be read, checked and formatted without an exception, and formatted twice to the same text. Exits with 1 where one isn't.
import { parseArgs } from 'node:util'
import { mutated } from '../test/fuzz/mutate.ts'
import { random } from '../test/fuzz/random.ts'
import { sources } from '../test/fuzz/sources.ts'
import { torture } from '../test/fuzz/torture.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
})
const [seconds, first] = [Number(values.seconds), Number(values.seed)]
if (!(seconds > 0) || !Number.isInteger(first)) {
  console.error('Write the number of seconds and a whole number as seed: --seconds 60 --seed 1')
  process.exit(2)
}

const now = () => performance.now()
const texts = sources({ valid: false })
const end = now() + seconds * 1000
let [seed, failures] = [first, 0]
for (; now() < end; seed++) {
  const dice = random(seed)
  const text = mutated(dice.pick(texts) ?? '', dice)
  const found = await torture(text, now)
  if (found === undefined) continue
  failures++
  console.log(`seed ${seed}: the source ${found}\n${text}\n`)
}
console.log(`${seed - first} broken sources from seed ${first} on, ${failures} of them not borne`)
process.exitCode = failures > 0 ? 1 : 0

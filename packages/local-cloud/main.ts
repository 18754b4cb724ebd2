import { bootOptions, runLocalCloud } from './run.ts'

/** The local cloud as a process of its own:  node main.ts --assembly cdk.out/sixian --data data/home --port 4300 [--flowing] */
try {
  await runLocalCloud(bootOptions(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

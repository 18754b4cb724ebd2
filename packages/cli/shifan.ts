#!/usr/bin/env node
/** 示范的命令行: each command is a file of its own, read only when it is asked for. */
import { WrongFile } from '#procedure/wrong-file.ts'
import { Sentence } from '#typed/sentence.ts'

const commands: Readonly<
  Record<string, { readonly about: string; readonly run: (args: string[]) => Promise<number> }>
> = {
  start: { about: '启动一台电脑上的演示县', run: async (args) => (await import('./start/start.ts')).start(args) },
  rehearse: {
    about: '用虚拟时间演练一整年',
    run: async (args) => (await import('./rehearsal/rehearse.ts')).rehearse(args),
  },
  roster: {
    about: '导入名册',
    run: async (args) => (await import('./roster/import-roster.ts')).importRosterCommand(args),
  },
  deploy: {
    about: '把一个县部署到云上',
    run: async (args) => (await import('./deploy/deploy.ts')).deployCommand(args),
  },
  accept: {
    about: '部署后验收：在演练批次中办完六件',
    run: async (args) => (await import('./accept/accept.ts')).acceptCommand(args),
  },
  holidays: {
    about: '录入一年的节假日安排',
    run: async (args) => (await import('./holidays/enter-holidays.ts')).enterHolidaysCommand(args),
  },
  papers: {
    about: '文书格式：列出、写出样本、核对本县的格式',
    run: async (args) => (await import('./papers/papers-command.ts')).papersCommand(args),
  },
  verify: {
    about: '核对记录有没有被改动、截去或损坏',
    run: async (args) => (await import('./verify/verify-command.ts')).verifyCommand(args),
  },
  catalogue: {
    about: '查看、对照和导出标准与方案',
    run: async (args) => (await import('./catalogue/catalogue-command.ts')).catalogueCommand(args),
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(
    `用法：npm run shifan -- 命令 [参数]\n\n${Object.entries(commands)
      .map(([one, { about }]) => `  ${one.padEnd(10)}${about}`)
      .join('\n')}`,
  )
  process.exit(name === '' || name === 'help' ? 0 : 2)
}
try {
  process.exitCode = await command.run(args)
} catch (error) {
  if (!(error instanceof Sentence) && !(error instanceof WrongFile)) throw error
  console.error(error.message)
  process.exitCode = 1
}

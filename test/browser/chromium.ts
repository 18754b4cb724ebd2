import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a Chromium usually lies; `CHROMIUM` names another. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @throws Error with a sentence when there is no Chromium on this machine */
export function openChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (!executablePath)
    throw new Error(
      `浏览器测试需要 Chromium，这台机器上没有找到（找过 ${PLACES.filter(Boolean).join('、')}）。请安装它和中文字体（Debian：apt-get install chromium fonts-noto-cjk），或用环境变量 CHROMIUM 写明它在哪里，再运行一次。`,
    )
  return chromium.launch({ executablePath, args: FLAGS })
}

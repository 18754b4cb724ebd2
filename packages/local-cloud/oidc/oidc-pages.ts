import { isFound } from '#typed/names.ts'
import type { Account } from './account.ts'

/** Where accounts without a unit are listed. */
const COUNTY = '县级机关'

/** Every demonstration account as one button, by unit; the search is a plain form, so it works without a script. */
/** @param county whose accounts they are */
export function loginPage(accounts: readonly Account[], wanted: string, county?: string): string {
  const found = accounts.filter(({ id, name, role, unit }) =>
    isFound([id, name, role, unit ?? COUNTY].join('\n'), wanted),
  )
  const groups = Map.groupBy(found, ({ unit }) => unit ?? COUNTY)
  const sections = [...groups].map(
    ([unit, members]) =>
      `<section><h2>${html(unit)}</h2><div class="people">${members.map(button).join('')}</div></section>`,
  )
  return page(
    `${html(county ?? '')}演示账号登录`,
    `<h1>${county ? `${html(county)}：` : ''}选择演示账号</h1>
<p>本页只在演示环境中使用，点击账号即可登录，不需要密码。</p>
<form method="get" role="search"><label for="q">查找姓名、岗位或单位</label>
<div class="search"><input id="q" name="q" type="search" value="${html(wanted)}" autocomplete="off" autofocus><button>查找</button></div></form>
<form method="post">${sections.join('') || `<p>没有找到“${html(wanted)}”。请换一个词，或清空后再查找。</p>`}</form>`,
  )
}

const button = ({ id, name, role }: Account) =>
  `<button class="person" name="account" value="${html(id)}"><b>${html(name)}</b><span>${html(role)}</span></button>`

/**
 * @param form the provider's own form, which carries its token against forged requests
 * @param isMeant the console says whose login it ends: it has asked already, and whoever went away would stay logged in
 */
export const logoutPage = (form: string, isMeant: boolean): string =>
  page(
    '退出登录',
    `<h1>是否退出登录？</h1>${form}<p><button class="main" form="op.logoutForm" name="logout" value="yes" autofocus>退出登录</button>
<button form="op.logoutForm">取消</button></p>
${isMeant ? "<script>document.querySelector('button.main').click()</script>" : ''}`,
  )

export const loggedOutPage = (): string => page('已退出登录', '<h1>已退出登录</h1><p>可以关闭本页。</p>')

export const errorPage = (sentence: string, code: string): string =>
  page('无法登录', `<h1>无法登录</h1><p>${html(sentence)}</p><p><code>${html(code)}</code></p>`)

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>
`

const STYLE = `
body{margin:0;background:#f5f6f8;color:#1f2329;font:16px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.0625rem;margin:1.25rem 0 .5rem}p{margin:.25rem 0 1rem}
label{display:block;margin-bottom:.25rem}.search{display:flex;gap:.5rem;max-width:32rem}
input{flex:1;min-width:0;font:inherit;padding:.4rem .6rem;border:1px solid #8a9099;border-radius:4px}
button{font:inherit;padding:.4rem 1rem;border:1px solid #8a9099;border-radius:4px;background:#fff;color:inherit;cursor:pointer}
button:hover{border-color:#0b57d0}button:focus-visible,input:focus-visible{outline:3px solid #0b57d0;outline-offset:1px}
.main{background:#0b57d0;border-color:#0b57d0;color:#fff}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.5rem}
.person{display:flex;flex-direction:column;text-align:left;padding:.5rem .75rem}.person span{color:#4e5661;font-size:.875rem}
`

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
const html = (text: string) => text.replace(/[&<>"]/g, (c) => ENTITIES.get(c) ?? c)

import type { Plugin, Rolldown } from 'vite'

/** English that libraries write where no locale reaches it: in which module, and what stands there instead. */
export const WORDS: readonly (readonly [module: string, english: string, ours: string])[] = [
  // An icon stands beside its words, or its button has a name; `clock-circle` says nothing to anybody.
  ...['AntdIcon', 'AntdIconLight'].map(
    (name) =>
      [
        `@ant-design/icons/es/components/${name}.js`,
        'role: "img",\n    "aria-label": icon.name',
        '...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true })',
      ] as const,
  ),
  // Buttons that only an icon named.
  [
    'antd/es/input/Search.js',
    'className: btnClassName,\n      color:',
    'className: btnClassName,\n      "aria-label": "查找",\n      color:',
  ],
  ['@rc-component/input/es/BaseInput.js', 'type: "button",', 'type: "button",\n        "aria-label": "清除",'],
  ...(
    [
      ['prevIcon', '上一页'],
      ['nextIcon', '下一页'],
    ] as const
  ).map(([icon, ours]) => {
    const begins = `const ${icon} = /*#__PURE__*/React.createElement("button", {`
    return ['antd/es/pagination/Pagination.js', begins, `${begins}\n      "aria-label": "${ours}",`] as const
  }),
  ['@rc-component/select/es/hooks/useAllowClear.js', "'Clear'", "'清除'"],
  ['antd/es/table/hooks/useSelection.js', "'Select all'", "'选中本页全部'"],
  ['@rc-component/dialog/es/Dialog/Content/Panel.js', '"aria-label": "Close"', '"aria-label": "关闭"'],
  ['@rc-component/notification/es/Notification.js', '"aria-label": "Close"', '"aria-label": "关闭"'],
]

/** Builds libraries with our words in the place of theirs, and fails where a new version has others. */
export function inChinese(words = WORDS) {
  const met = new Set<string>()
  return {
    name: 'in-chinese',
    transform(code: string, id: string) {
      const found = words.filter(([module, english]) => id.endsWith(`/${module}`) && code.includes(english))
      if (found.length === 0) return null
      for (const [module, english] of found) met.add(`${module} ${english}`)
      return {
        code: found.reduce((text, [, english, ours]) => text.replace(english, ours), code),
        map: null,
      }
    },
    buildEnd(this: Pick<Rolldown.PluginContext, 'error'>, error?: Error) {
      const gone = words.filter(([module, english]) => !met.has(`${module} ${english}`)).map(([module]) => module)
      if (!error && gone.length > 0) this.error(`in-chinese.ts: the words are no longer in ${gone.join(', ')}`)
    },
  } satisfies Plugin
}

/** What is asked of a list of persons that cannot be read for sure. */

export const unsure = (label: string): string =>
  `分不清“${label}”说的是谁；请写成“${label}：姓名”，或在姓名后写“（${label}）”`

export const afterEnd = (said: string, label: string): string =>
  `分不清“${said}”是否属于前面的“${label}”；请在“${said}”前写明“出席：”“请假：”或“列席：”`
/** （请假2人） behind several names says of none of them that it is them. */
export const ofWhich = (note: string, said: string, where: '前面' | '后面' = '后面'): string =>
  `“（${note}）”写在“${said}”${where}，分不清说的是哪几个人；请写成“出席：姓名”“请假：姓名”“列席：姓名”，或在每个未到会的人姓名后写“（请假）”`
export const ofWhose = (unit: string, name: string): string =>
  `“（${unit}）”写在“${name}”前面，分不清是谁的单位；请写在姓名后面，如“${name}（${unit}）”`
/** Of 请假1人 three names are too many: whoever was there would be recorded as away. */
export const miscounted = (label: string, named: number): string =>
  `“${label}”后面有${named}人；请核对：人数写错的请改正，后面不是这些人的，请在前面写明“出席：”“请假：”或“列席：”`

/** 请假三人 heads a text as its number, and 请假： later those whom it counts. */
export const countedBefore = (counted: string, label: string): string =>
  `“${counted}”后面又有“${label}”；请在“${counted}”后面的姓名前写明“出席：”“请假：”或“列席：”`

import { describe, expect, it } from 'vitest'
import { isInsideUnit } from './appointments.ts'
import { fileFields, forms, labelOf, personalFields, unitSignOffs } from './forms.ts'

describe.each(Object.entries(forms))('the form %s', (name, form) => {
  it('is found by its name, and names each question and box once', () => {
    expect(form.name).toBe(name)
    const all = [...form.fields, ...form.signOffs].map((one) => one.name)
    expect(new Set(all).size).toBe(all.length)
    for (const { choices = [] } of form.fields)
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
  })
  it('keeps what is about a person apart, and lets files be cited', () => {
    for (const field of form.fields) if (field.format) expect(personalFields(form)).toContain(field.name)
    expect(fileFields(form)).toEqual(form.fields.filter(({ kind }) => kind.startsWith('file')).map((one) => one.name))
  })
  it('takes over only what another form asks in the same way', () => {
    for (const { from, label: _said, help: _more, ...field } of form.fields) {
      if (from === undefined) continue
      const {
        label: _label,
        help: _help,
        from: _from,
        ...there
      } = forms[from]?.fields.find((one) => one.name === field.name) ?? {}
      expect([from === name, there]).toEqual([false, field])
    }
  })
  it('is signed inside the unit before a step of the procedure fills a box', () => {
    const signers = form.signOffs.map(({ signer }) => signer !== undefined)
    expect(signers).toEqual(signers.toSorted((one, other) => Number(other) - Number(one)))
    expect(unitSignOffs(form).length).toBeGreaterThan(0)
    for (const { signer } of form.signOffs) expect(signer === undefined || isInsideUnit(signer)).toBe(true)
  })
  it('says every name as the screen does', () => {
    for (const { name: field, label } of form.fields) expect(labelOf(form, field)).toBe(label)
    for (const { name: box, title } of form.signOffs) expect(labelOf(form, box)).toBe(title)
    expect(labelOf(form, 'constructor')).toBe('constructor')
  })
})

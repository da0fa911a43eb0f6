export interface FirstPassword {
  readonly account: string
  readonly code: string
  readonly password: string
  readonly again: string
}

/** What is still wrong, by field. The rule is the server's own, told before the code is spent on a refusal. */
export function passwordFaults(input: FirstPassword): Partial<Record<keyof FirstPassword, string>> {
  const { account, code, password, again } = input
  return {
    ...(account.trim() ? {} : { account: '请填写账号' }),
    ...(code.trim().length >= 8 ? {} : { code: '请照原样填写设置码' }),
    ...newPasswordFaults(password, again),
  }
}

export function newPasswordFaults(password: string, again: string): { password?: string; again?: string } {
  return {
    ...(password.length < 10
      ? { password: '密码至少 10 个字符' }
      : new Set(password).size < 5
        ? { password: '密码里不同的字符至少 5 个' }
        : {}),
    ...(again === password ? {} : { again: '两遍不一样' }),
  }
}

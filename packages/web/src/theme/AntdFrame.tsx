import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { usePhone } from '../ui/phone.ts'
import { theme } from './antd.ts'

/** Ant Design in our look: Chinese, the page's nonce, and on a phone everything large enough for a thumb. */
export function AntdFrame({ nonce, children }: { nonce: string; children: ReactNode }): ReactNode {
  const phone = usePhone()
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      componentSize={phone ? 'large' : 'middle'}
    >
      {children}
    </ConfigProvider>
  )
}

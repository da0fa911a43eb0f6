import type { ThemeConfig } from 'antd'

/** Ant Design in the colours of tokens.css: the look that clerks know, on our paper. */
export const theme: ThemeConfig = {
  cssVar: { key: 'ypq' },
  hashed: false,
  token: {
    colorPrimary: '#1d4f7c',
    colorSuccess: '#2b8a57',
    colorWarning: '#b97a00',
    colorError: '#c5352b',
    colorText: '#1f2329',
    colorTextSecondary: '#5b6270',
    colorTextPlaceholder: '#5f6673',
    colorBorder: '#d5d1c7',
    colorLink: '#1d4f7c',
    borderRadius: 5,
    // A thumb needs 44 px; the phone uses the large size throughout.
    controlHeightLG: 44,
    fontFamily: 'var(--sans)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
}

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { router } from './routes.tsx'
import { reloadOnNewBuild } from './shell/new-build.ts'
import { AntdFrame } from './theme/AntdFrame.tsx'
import { pageNonce, stampStyles } from './theme/nonce.ts'
import './theme/tokens.css'
import './theme/base.css'
import './ui/ui.css'
import './shell/shell.css'
import { Toasts } from './ui/Toasts.tsx'

reloadOnNewBuild()
const nonce = pageNonce()
stampStyles(nonce)
const root = document.getElementById('root')

if (root) {
  createRoot(root).render(
    <StrictMode>
      <AntdFrame nonce={nonce}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </AntdFrame>
    </StrictMode>,
  )
}

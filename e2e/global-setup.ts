// One server (its command builds what is stale), one Chromium and one folder of login states for the whole run.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

export interface Stage {
  readonly url: string
  readonly passwords: Readonly<Record<string, string>>
  readonly log: string
  /** Where Chromium listens. */
  readonly browser: string
  /** Login states by account. */
  readonly states: string
  /** Pictures of failures stay here after the run. */
  readonly pictures: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    stage: Stage
  }
}

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(executablePath)) {
    throw new Error(`没有 ${executablePath}：请先 apt-get install -y chromium fonts-noto-cjk，或用 CHROMIUM 指明位置`)
  }
  const states = mkdtempSync(join(tmpdir(), 'yipanqi-e2e-states-'))
  const pictures = join(tmpdir(), 'yipanqi-e2e-pictures')
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const [server, browser] = await Promise.all([
    startServer(),
    chromium.launchServer({ executablePath, args, headless: true }),
  ])
  project.provide('stage', {
    url: server.url,
    passwords: server.passwords,
    log: server.log,
    browser: browser.wsEndpoint(),
    states,
    pictures,
  })
  return async () => {
    await browser.close()
    await server.stop()
    rmSync(states, { recursive: true, force: true })
  }
}

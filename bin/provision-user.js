#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Only newer versions of Node can keep compiled code from one run to the next.
nodeModule.enableCompileCache?.();
const { main } = await import('../dist/cli/main.js');
await main(process);

#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { createChunkLoader } from './load-chunks.js';

const { load } = createChunkLoader(fileURLToPath(new URL('../dist/cli/', import.meta.url)));
await load('main.cjs').main(process);

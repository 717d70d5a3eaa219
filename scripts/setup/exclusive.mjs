import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupFailure } from './failure.mjs';

const POLL_MS = 200;
const PATIENCE_MS = 15 * 60_000;

/**
 * Runs `work` while holding the lock directory; waits while another process holds it and inherits it from a dead one.
 * @template T
 * @param {string} lock
 * @param {{ work: () => Promise<T>, onWait: (owner: number | undefined) => void }} options
 * @returns {Promise<T>}
 */
export async function exclusively(lock, { work, onWait }) {
  const deadline = Date.now() + PATIENCE_MS;
  for (let told = false; !(acquire(lock) || inherit(lock)); told = true) {
    if (!told) onWait(ownerOf(lock));
    if (Date.now() > deadline) {
      throw new SetupFailure(`process ${ownerOf(lock)} has held ${lock} for too long: end it or delete that folder.`);
    }
    await pause(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * The folder is moved into place with its owner inside, so nobody ever sees a lock without one.
 * @param {string} lock
 */
function acquire(lock) {
  const mine = `${lock}.${process.pid}`;
  mkdirSync(dirname(lock), { recursive: true });
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, 'owner'), String(process.pid));
  try {
    renameSync(mine, lock);
    return true;
  } catch (fault) {
    rmSync(mine, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(fault))) return false;
    throw fault;
  }
}

/**
 * A dead owner has one heir: whoever makes the folder named after it. The second look at the owner refuses a heir that
 * slept through a whole reign in between.
 * @param {string} lock
 */
function inherit(lock) {
  const dead = ownerOf(lock);
  if (dead === undefined || isAlive(dead)) return false;
  try {
    mkdirSync(join(lock, `heir-of-${dead}`));
    if (ownerOf(lock) !== dead) return false;
    writeFileSync(join(lock, 'owner'), String(process.pid));
    return true;
  } catch (fault) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(fault))) return false;
    throw fault;
  }
}

/** @param {string} lock */
function ownerOf(lock) {
  try {
    return Number.parseInt(readFileSync(join(lock, 'owner'), 'utf8'), 10) || undefined;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return undefined;
    throw fault;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) !== 'ESRCH';
  }
}

/**
 * @param {unknown} fault
 * @returns {string}
 */
function codeOf(fault) {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

import { describe, expect, it } from 'vitest';
import { merkleRoot } from './merkle.ts';

describe('The root over texts', () => {
  it.each([
    [[], 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [[''], '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [['', '\u0000'], 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ])('is that of RFC 6962, so that a leaf cannot pass for a node: %j', (leaves, root) => {
    expect(merkleRoot(leaves)).toBe(root);
  });
});

import { expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { rowSchema } from './json-schema.ts';
import { dictionaryPage } from './page.ts';
import { csvTemplate } from './template.ts';

const declaration: DatasetDeclaration = {
  name: 'students',
  version: 2,
  title: 'Students <of> "us"',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true, description: 'The <student>' },
    { name: 'grade', type: 'string', required: false, codes: ['uri://ed-fi.org/GradeLevelDescriptor#Ninth grade'] },
    { name: 'fte', type: 'decimal', required: false },
  ],
  key: ['studentUniqueId'],
  schoolColumn: null,
  schoolThrough: { dataset: 'enrollments', column: 'studentUniqueId' },
};

test('a row is described as JSON Schema', () => {
  expect(rowSchema(declaration)).toMatchObject({
    title: 'Students <of> "us"',
    required: ['studentUniqueId'],
    additionalProperties: false,
    properties: {
      studentUniqueId: { type: 'string', description: 'The <student>' },
      grade: { anyOf: [{ enum: ['uri://ed-fi.org/GradeLevelDescriptor#Ninth grade'] }, { type: 'null' }] },
    },
    'x-key': ['studentUniqueId'],
  });
});

test('the dictionary shows what a clerk must know, and markup as text', () => {
  const page = dictionaryPage(declaration);
  expect(page).toContain('Students &lt;of&gt; &quot;us&quot; (students)');
  expect(page).toContain('The &lt;student&gt;');
  expect(page).toContain('Ninth grade <small>uri://ed-fi.org/GradeLevelDescriptor#Ninth grade</small>');
  expect(page).toContain('The schools of the same studentUniqueId in enrollments');
  expect(page).not.toContain('<script');
});

test('the template is the head of a file', () => {
  expect(csvTemplate(declaration)).toBe('studentUniqueId,grade,fte\r\n');
});

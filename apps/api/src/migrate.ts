import 'reflect-metadata';
import { migrate } from '@coopilote/db';
import { lireConfig } from './platform/config';

const config = lireConfig();
const faites = await migrate(config.databaseUrl, config.secret);
console.log(faites.length ? `Migrations passées : ${faites.join(', ')}` : 'Base à jour.');

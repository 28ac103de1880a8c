import { dataFaults } from './faults.js';
import { runMatrix } from './matrix.js';

runMatrix(dataFaults);

import { createApp } from 'vue';
import 'newsrack/cdn/newsrack.css';
import 'newsrack/define/author-bio.js';
import 'newsrack/define/headlines.js';
import App from './App.vue';
import './radio.css';

const root = document.querySelector('#app');
createApp(App, { publisher: root.dataset.publisher }).mount(root);

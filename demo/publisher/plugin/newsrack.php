<?php
/**
 * Plugin Name: Newsrack
 * Description: What a publisher switches on so that partners' pages may show its articles and carry
 *              its readers' comments. WordPress itself serves everything else.
 */

defined('ABSPATH') || exit;

require __DIR__ . '/newsrack/comments.php';
require __DIR__ . '/newsrack/authors.php';
require __DIR__ . '/newsrack/mail.php';

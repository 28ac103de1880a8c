<?php
/** What the publisher has chosen: one option, `newsrack`. */

namespace Newsrack;

defined('ABSPATH') || exit;

const SETTINGS = 'newsrack';
const EMBEDS = ['article-card', 'article'];
const DEFAULT_SETTINGS = [
    // Sites whose readers may comment without a login; none, WordPress decides as ever.
    'origins' => [],
    'newsletter' => false,
    // Seconds for which browsers and CDNs may keep a public answer.
    'keep' => 60,
    // Addresses of the embed builder and of frame.html; without them there is no button and no frame.
    'builder' => '',
    'frame' => '',
    'embed' => 'article-card',
    'label' => '',
];

/** @return mixed */
function setting(string $name)
{
    $saved = get_option(SETTINGS, []);
    return (is_array($saved) ? $saved : [])[$name] ?? DEFAULT_SETTINGS[$name];
}

/** Makes settings of whatever a form sent; what cannot be understood falls back to the default. */
function clean_settings($sent): array
{
    // WordPress cleans a new option twice: a list is what it made itself.
    $sent = is_array($sent) ? $sent : [];
    $text = fn (string $name): string => is_string($sent[$name] ?? null) ? trim($sent[$name]) : '';
    $lines = is_array($sent['origins'] ?? null) ? $sent['origins'] : preg_split('/\s+/', $text('origins'));
    $origins = [];
    foreach (array_filter($lines) as $line) {
        $origin = origin_of((string) $line);
        if ($origin) {
            $origins[] = $origin;
        } else {
            /* translators: %s: what somebody typed */
            complain(sprintf(__('“%s” is not the address of a site, such as https://partner.example.', 'newsrack'), $line));
        }
    }
    return [
        'origins' => array_values(array_unique($origins)),
        'newsletter' => !empty($sent['newsletter']),
        'keep' => is_numeric($sent['keep'] ?? null) ? min(86400, max(0, (int) $sent['keep'])) : DEFAULT_SETTINGS['keep'],
        'builder' => sanitize_url($text('builder'), ['https', 'http']),
        'frame' => sanitize_url($text('frame'), ['https', 'http']),
        'embed' => in_array($sent['embed'] ?? '', EMBEDS, true) ? $sent['embed'] : DEFAULT_SETTINGS['embed'],
        'label' => sanitize_text_field($text('label')),
    ];
}

/** `https://partner.example` of any address there, as browsers write it in `Origin`; '' if it is none. */
function origin_of(string $address): string
{
    $parts = wp_parse_url(strtolower(trim($address)));
    $scheme = $parts['scheme'] ?? '';
    if (!in_array($scheme, ['https', 'http'], true) || empty($parts['host'])) {
        return '';
    }
    $port = $parts['port'] ?? null;
    $usual = ['https' => 443, 'http' => 80][$scheme];
    return "$scheme://{$parts['host']}" . ($port && $port !== $usual ? ":$port" : '');
}

function complain(string $message): void
{
    if (function_exists('add_settings_error')) {
        add_settings_error(SETTINGS, 'newsrack', $message);
    }
}

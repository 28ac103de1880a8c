<?php
/**
 * What other sites get that ask by oEmbed (a pasted address becomes what it shows): frame.html with the
 * article's widget. WordPress links its answer from each article; for the address of a frame itself ask
 * `/wp-json/oembed/1.0/embed?url=…`.
 */

namespace Newsrack;

defined('ABSPATH') || exit;

const FRAME_HEIGHTS = ['article' => 600, 'headlines' => 600, 'comment-box' => 600];

add_filter('oembed_response_data', function ($data, $post, $width) {
    $frame = setting('frame');
    if (!$frame || $post->post_type !== 'post' || $post->post_password) {
        return $data;
    }
    return frame_answer(add_query_arg(widget_query($post), $frame), $data['title'], (int) $width) + $data;
}, 20, 3);

add_filter('rest_dispatch_request', function ($answer, $request, $route) {
    if ($answer !== null || $route !== '/oembed/1.0/embed' || !is_frame((string) $request['url'])) {
        return $answer;
    }
    return frame_answer($request['url'], site_name(), (int) $request['maxwidth']) + [
        'version' => '1.0',
        'provider_name' => site_name(),
        'provider_url' => home_url(),
        'title' => site_name(),
    ];
}, 10, 3);

/** Whether an address is the publisher's frame with a widget in it. */
function is_frame(string $url): bool
{
    $frame = setting('frame');
    [$page, $query] = explode('?', $url, 2) + ['', ''];
    parse_str($query, $asked);
    return $frame && $page === strtok($frame, '?') && is_string($asked['widget'] ?? null);
}

function frame_answer(string $url, string $title, int $width): array
{
    parse_str((string) wp_parse_url($url, PHP_URL_QUERY), $asked);
    $width = max(200, min(600, $width ?: 600));
    $height = FRAME_HEIGHTS[$asked['widget']] ?? 400;
    return [
        'type' => 'rich',
        'width' => $width,
        'height' => $height,
        'html' => sprintf(
            '<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy"></iframe>',
            esc_url($url),
            esc_attr($title),
            $width,
            $height
        ),
    ];
}

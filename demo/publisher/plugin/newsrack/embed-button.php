<?php
/** "Embed this" below each article: it opens the embed builder, which reads its choice from its address. */

namespace Newsrack;

defined('ABSPATH') || exit;

add_filter('the_content', function ($content) {
    // Not in excerpts and lists, nor in what REST and feeds give away.
    if (!is_singular('post') || !in_the_loop() || !is_main_query() || doing_filter('get_the_excerpt')) {
        return $content;
    }
    $post = get_post();
    if (!$post || $post->ID !== get_queried_object_id() || $post->post_status !== 'publish' || $post->post_password) {
        return $content;
    }
    $address = builder_address($post);
    return $address ? $content . sprintf(
        '<p class="newsrack-embed"><a class="wp-element-button" href="%s">%s</a></p>',
        esc_url($address),
        esc_html(setting('label') ?: __('Embed this', 'newsrack'))
    ) : $content;
}, 100);

/** '' where the publisher named no builder. */
function builder_address(\WP_Post $post): string
{
    $builder = setting('builder');
    return $builder ? add_query_arg(widget_query($post), $builder) : '';
}

/** What the builder and frame.html want to know of an article's widget. */
function widget_query(\WP_Post $post): array
{
    return ['widget' => setting('embed'), 'src' => rawurlencode(get_permalink($post))];
}

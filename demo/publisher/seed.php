<?php
/**
 * Fills an empty WordPress from the files beside this one. An article is a file: `name: value` lines,
 * an empty line, and the text, where an empty line ends a paragraph, `## ` begins a subhead, `> ` a
 * quotation and `- ` a list; a block that begins with a tag is HTML. `{{picture:NAME}}` is the address
 * of a picture, and `{{picture-id:NAME}}` its number.
 */

namespace Newsrack\Seed;

use RuntimeException;

const MINUTES = ['minute' => 1, 'hour' => 60, 'day' => 1440, 'week' => 10080, 'month' => 43800, 'year' => 525600];

/** @return array readable keys, with the numbers and addresses that WordPress gave */
function seed(string $folder): array
{
    require_once ABSPATH . 'wp-admin/includes/admin.php';
    set_time_limit(0);
    wp_set_current_user(1);
    kses_remove_filters();
    empty_site();
    set_options();
    activate_plugin('newsrack/newsrack.php');

    $ids = ['authors' => [], 'categories' => [], 'pictures' => [], 'articles' => [], 'comments' => []];
    $ids['pictures'] = add_pictures($folder);
    $ids['authors'] = add_authors(read_json("$folder/authors.json"), $ids['pictures']);
    $ids['categories'] = add_categories(read_json("$folder/categories.json"));
    foreach (glob("$folder/articles/*.md") as $file) {
        $article = read_article($file);
        $entry = add_article($article, $ids);
        $ids['articles'][basename($file, '.md')] = $entry;
        foreach (words($article['case'] ?? '') as $case) {
            $ids['articles'][$case] = $entry;
        }
    }
    kses_init_filters();
    wp_set_current_user(0);
    $comments = read_json("$folder/comments.json");
    foreach ($comments['threads'] as $key => $threads) {
        $entry = $ids['articles'][$key];
        $start = get_post_time('U', true, $entry['id']);
        $step = (time() - $start) / (count($threads) + 1);
        foreach ($threads as $i => $thread) {
            add_comment($thread, $entry['id'], 0, $start + $step * ($i + 0.2), $comments['readers'], $ids);
        }
        wp_update_comment_count_now($entry['id']);
    }
    $known = $comments['knownReader'];
    $ids['knownReader'] = ['name' => $known, 'email' => $comments['readers'][$known]['email']];
    $ids['password'] = 'tariff';
    return $ids;
}

function empty_site(): void
{
    foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $post) {
        wp_delete_post($post->ID, true);
    }
}

function set_options(): void
{
    foreach ([
        'blogname' => 'The Austral Ledger',
        'blogdescription' => 'Business reporting from the Río Bravo to Patagonia',
        // So that `date` and `date_gmt` differ.
        'timezone_string' => 'America/Bogota',
        'posts_per_page' => 10,
        'comment_registration' => 0,
        'require_name_email' => 1,
        // A reader's first comment is held, the next ones appear at once.
        'comment_moderation' => 0,
        'comment_previously_approved' => 1,
        'comment_max_links' => 3,
        'moderation_keys' => 'casino',
        'disallowed_keys' => 'replica-watches',
        'thread_comments' => 1,
        'thread_comments_depth' => 5,
        'comment_order' => 'asc',
        'page_comments' => 0,
        'close_comments_for_old_posts' => 0,
        'default_comment_status' => 'open',
        'default_ping_status' => 'closed',
        'show_avatars' => 1,
        'users_can_register' => 0,
    ] as $name => $value) {
        update_option($name, $value);
    }
    global $wp_rewrite;
    $wp_rewrite->init();
    $wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
    // Registered while permalinks were off, categories would keep their `?cat=` addresses.
    create_initial_taxonomies();
    flush_rewrite_rules(false);
}

function add_pictures(string $folder): array
{
    $uploads = wp_upload_dir('2026/01');
    wp_mkdir_p($uploads['path']);
    copy("$folder/pictures/no-portrait.svg", $uploads['basedir'] . '/no-portrait.svg');
    $ids = [];
    foreach (read_json("$folder/pictures/captions.json") as $name => $picture) {
        $file = $uploads['path'] . "/$name.jpg";
        copy("$folder/pictures/$name.jpg", $file);
        $id = wp_insert_attachment([
            'post_mime_type' => 'image/jpeg',
            'post_title' => $name,
            'post_excerpt' => $picture['caption'] ?? '',
            'post_status' => 'inherit',
            'guid' => $uploads['url'] . "/$name.jpg",
        ], $file);
        if (!empty($picture['alt'])) {
            update_post_meta($id, '_wp_attachment_image_alt', $picture['alt']);
        }
        wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
        $ids[$name] = ['id' => $id, 'url' => wp_get_attachment_url($id)];
    }
    return $ids;
}

function add_authors(array $authors, array $pictures): array
{
    $ids = [];
    foreach ($authors as $key => $author) {
        $id = checked(wp_insert_user(wp_slash([
            'user_login' => $author['slug'],
            'user_nicename' => $author['slug'],
            'user_pass' => wp_generate_password(),
            'user_email' => "{$author['slug']}@ledger.example",
            'user_url' => $author['url'] ?? '',
            'display_name' => $author['name'],
            'nickname' => $author['name'],
            'description' => $author['bio'] ?? '',
            'role' => 'author',
        ])));
        update_user_meta($id, \Newsrack\Demo\JOB_TITLE, $author['jobTitle'] ?? '');
        if (isset($author['portrait'])) {
            update_user_meta($id, \Newsrack\Demo\PORTRAIT, $pictures[$author['portrait']]['id']);
        }
        $ids[$key] = ['id' => $id, 'url' => get_author_posts_url($id), 'name' => $author['name']];
    }
    return $ids;
}

function add_categories(array $categories, int $parent = 0): array
{
    $ids = [];
    foreach ($categories as $slug => $category) {
        $id = checked(wp_insert_term($category['name'], 'category', ['slug' => $slug, 'parent' => $parent]))['term_id'];
        $ids[$slug] = ['id' => $id, 'url' => get_category_link($id)];
        $ids += add_categories($category['children'] ?? [], $id);
    }
    return $ids;
}

function add_article(array $article, array $ids): array
{
    $published = time() - 60 * minutes($article['published']);
    $id = checked(wp_insert_post(wp_slash([
        'post_title' => $article['title'],
        'post_name' => $article['slug'] ?? '',
        'post_content' => blocks($article['text'], $ids['pictures']),
        'post_excerpt' => $article['excerpt'] ?? '',
        'post_status' => $article['status'] ?? 'publish',
        'post_password' => $article['password'] ?? '',
        'post_author' => $ids['authors'][$article['author']]['id'],
        'post_category' => array_map(fn ($slug) => $ids['categories'][$slug]['id'], words($article['categories'])),
        'tags_input' => $article['tags'] ?? '',
        'comment_status' => $article['comments'] ?? 'open',
        'post_date_gmt' => gmdate('Y-m-d H:i:s', $published),
        'post_date' => get_date_from_gmt(gmdate('Y-m-d H:i:s', $published)),
    ]), true));
    if (isset($article['picture'])) {
        set_post_thumbnail($id, $ids['pictures'][$article['picture']]['id']);
    }
    if (($article['sticky'] ?? '') === 'yes') {
        stick_post($id);
    }
    return ['id' => $id, 'url' => get_permalink($id)];
}

function add_comment(array $comment, int $post, int $parent, float $time, array $readers, array &$ids): void
{
    $reader = $readers[$comment['by']] ?? [];
    $when = gmdate('Y-m-d H:i:s', (int) min($time, time() - 60));
    $data = [
        'comment_post_ID' => $post,
        'comment_parent' => $parent,
        'comment_author' => $comment['by'],
        'comment_author_email' => $reader['email'] ?? '',
        'comment_author_url' => $reader['url'] ?? '',
        'comment_author_IP' => '192.0.2.1',
        'comment_agent' => 'Mozilla/5.0',
        'comment_type' => 'comment',
        'comment_content' => $comment['text'],
        'comment_date_gmt' => $when,
        'comment_date' => get_date_from_gmt($when),
        'user_id' => 0,
    ];
    if (isset($reader['author'])) {
        $user = get_user_by('id', $ids['authors'][$reader['author']]['id']);
        $data = ['user_id' => $user->ID, 'comment_author' => $user->display_name, 'comment_author_email' => $user->user_email] + $data;
    }
    $data = wp_unslash(wp_filter_comment(wp_slash($data)));
    $data['comment_approved'] = ['held' => 0, 'spam' => 'spam'][$comment['status'] ?? ''] ?? 1;
    $id = wp_insert_comment(wp_slash($data));
    if (isset($comment['key'])) {
        $ids['comments'][$comment['key']] = ['id' => $id, 'article' => $post];
    }
    foreach ($comment['replies'] ?? [] as $reply) {
        // A few minutes to three hours later, the same in every seeding.
        add_comment($reply, $post, $id, $time + 300 + crc32($reply['text']) % 10000, $readers, $ids);
    }
}

function blocks(string $text, array $pictures): string
{
    $text = preg_replace_callback('/\{\{picture(-id)?:([\w-]+)\}\}/', fn ($found) => $pictures[$found[2]][$found[1] ? 'id' : 'url'], $text);
    $blocks = array_map(function (string $block): string {
        $lines = preg_replace('/^(?:[->]|##) /m', '', $block);
        return match (true) {
            str_starts_with($block, '## ') => "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">$lines</h2>\n<!-- /wp:heading -->",
            str_starts_with($block, '> ') => "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\"><p>" . str_replace("\n", '<br>', $lines) . "</p></blockquote>\n<!-- /wp:quote -->",
            str_starts_with($block, '- ') => "<!-- wp:list -->\n<ul><li>" . str_replace("\n", '</li><li>', $lines) . "</li></ul>\n<!-- /wp:list -->",
            str_starts_with($block, '<') => "<!-- wp:html -->\n$block\n<!-- /wp:html -->",
            default => "<!-- wp:paragraph -->\n<p>" . str_replace("\n", ' ', $block) . "</p>\n<!-- /wp:paragraph -->",
        };
    }, preg_split('/\n{2,}/', trim($text)));
    return implode("\n\n", $blocks);
}

function read_article(string $file): array
{
    [$head, $text] = explode("\n\n", file_get_contents($file), 2);
    preg_match_all('/^(\w+):[ ]?(.*)$/m', $head, $lines);
    return array_combine($lines[1], $lines[2]) + ['text' => $text];
}

/** "40 minutes ago", "2 years ago", "in 3 days" */
function minutes(string $age): int
{
    preg_match('/(in )?(\d+) (\w+?)s?( ago)?$/', $age, $found);
    return ($found[1] ? -1 : 1) * $found[2] * MINUTES[$found[3]];
}

function words(string $list): array
{
    return preg_split('/\s+/', $list, -1, PREG_SPLIT_NO_EMPTY);
}

function read_json(string $file): array
{
    return json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
}

function checked($result)
{
    if (is_wp_error($result)) {
        throw new RuntimeException($result->get_error_message());
    }
    return $result;
}

// Embeds every file of Site/Theme. A new file takes one line here and its name in Theme.swift, in the same order.
#include "CTheme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char texts[] = {
#embed "../Site/Theme/404.mustache" suffix(, 0, )
#embed "../Site/Theme/cell.mustache" suffix(, 0, )
#embed "../Site/Theme/head.mustache" suffix(, 0, )
#embed "../Site/Theme/header.mustache" suffix(, 0, )
#embed "../Site/Theme/index.mustache" suffix(, 0, )
#embed "../Site/Theme/outputs.mustache" suffix(, 0, )
#embed "../Site/Theme/page.mustache" suffix(, 0, )
#embed "../Site/Theme/redirect.mustache" suffix(, 0, )
#embed "../Site/Theme/reference.mustache" suffix(, 0, )
#embed "../Site/Theme/tree.mustache" suffix(, 0, )
#embed "../Site/Theme/icon.svg" suffix(, 0, )
#embed "../Site/Theme/theme.css" suffix(, 0, )
#embed "../Site/Theme/theme.js" suffix(, 0, )
#embed "../Site/Theme/live.js" suffix(, 0, )
};

const char *theme_texts(void) { return texts; }
long theme_length(void) { return sizeof texts; }

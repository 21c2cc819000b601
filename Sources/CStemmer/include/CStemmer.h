#ifndef OPPORTUNE_STEMMER_H
#define OPPORTUNE_STEMMER_H

#include <stddef.h>
#include <stdint.h>

/// Writes the English stem of a word in UTF-8 and lower case, and returns its length in bytes; the word itself where it
/// cannot be had. A stem that is longer than `room` is cut. May be called by many threads at once.
size_t opportune_english_stem(const uint8_t *word, size_t length, uint8_t *stem, size_t room);

#endif

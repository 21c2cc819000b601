#include "CStemmer.h"

#include <libstemmer.h>
#include <pthread.h>
#include <string.h>

/// A stemmer keeps its answer inside itself, so that each thread has one of its own, deleted when the thread ends.
static pthread_key_t own_stemmer;
static pthread_once_t key_made = PTHREAD_ONCE_INIT;

static void delete_stemmer(void *stemmer) {
  sb_stemmer_delete(stemmer);
}

static void make_key(void) {
  pthread_key_create(&own_stemmer, delete_stemmer);
}

static struct sb_stemmer *stemmer_of_this_thread(void) {
  pthread_once(&key_made, make_key);
  struct sb_stemmer *stemmer = pthread_getspecific(own_stemmer);
  if (stemmer == NULL) {
    stemmer = sb_stemmer_new("english", "UTF_8");
    pthread_setspecific(own_stemmer, stemmer);
  }
  return stemmer;
}

size_t opportune_english_stem(const uint8_t *word, size_t length, uint8_t *stem, size_t room) {
  struct sb_stemmer *stemmer = stemmer_of_this_thread();
  const uint8_t *found = NULL;
  size_t found_length = length;
  // No English word is as long as a name of a thousand bytes; what is, is left as it is.
  if (stemmer != NULL && length <= 1000) {
    found = sb_stemmer_stem(stemmer, word, (int)length);
    found_length = found == NULL ? length : (size_t)sb_stemmer_length(stemmer);
  }
  if (found == NULL) {
    found = word;
  }
  if (found_length > room) {
    found_length = room;
  }
  memcpy(stem, found, found_length);
  return found_length;
}

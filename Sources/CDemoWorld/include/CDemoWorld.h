#ifndef OPPORTUNE_DEMO_WORLD_H
#define OPPORTUNE_DEMO_WORLD_H

#include <stddef.h>

/// One file of data/george_town, as it was when the program was built.
struct opportune_demo_file {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// The file of this name, or one without bytes if there is none.
struct opportune_demo_file opportune_demo_file(const char *name);

#endif

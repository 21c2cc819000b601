#include "CDemoWorld.h"

#include <string.h>

// The town stands inside the program, so that it works wherever the program is copied. #embed is C23; clang offers it
// in earlier standards as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char places[] = {
#embed "../../data/george_town/places.csv"
};

static const unsigned char streets[] = {
#embed "../../data/george_town/streets.csv"
};

static const unsigned char partners[] = {
#embed "../../data/george_town/partners.csv"
};

static const unsigned char offers[] = {
#embed "../../data/george_town/offers.csv"
};

static const unsigned char campaigns[] = {
#embed "../../data/george_town/campaigns.csv"
};

static const unsigned char market[] = {
#embed "../../data/george_town/market.csv"
};

static const unsigned char people_names[] = {
#embed "../../data/george_town/people_names.csv"
};

static const unsigned char zones[] = {
#embed "../../data/george_town/zones.csv"
};

static const unsigned char weather[] = {
#embed "../../data/george_town/weather.csv"
};

static const struct opportune_demo_file files[] = {
    {"places.csv", places, sizeof places},
    {"streets.csv", streets, sizeof streets},
    {"partners.csv", partners, sizeof partners},
    {"offers.csv", offers, sizeof offers},
    {"campaigns.csv", campaigns, sizeof campaigns},
    {"market.csv", market, sizeof market},
    {"people_names.csv", people_names, sizeof people_names},
    {"zones.csv", zones, sizeof zones},
    {"weather.csv", weather, sizeof weather},
};

struct opportune_demo_file opportune_demo_file(const char *name) {
  for (size_t index = 0; index < sizeof files / sizeof files[0]; index += 1) {
    if (strcmp(files[index].name, name) == 0) return files[index];
  }
  return (struct opportune_demo_file){name, places, 0};
}

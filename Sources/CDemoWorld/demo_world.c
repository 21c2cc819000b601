#include "CDemoWorld.h"

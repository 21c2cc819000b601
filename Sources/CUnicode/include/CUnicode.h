#ifndef OPPORTUNE_UNICODE_H
#define OPPORTUNE_UNICODE_H

#include <utf8proc.h>

#endif

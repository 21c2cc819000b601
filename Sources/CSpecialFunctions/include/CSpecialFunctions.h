#ifndef OPPORTUNE_SPECIAL_FUNCTIONS_H
#define OPPORTUNE_SPECIAL_FUNCTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/// Quantile of the standard normal distribution; NaN outside 0 < p < 1.
double opportune_normal_quantile(double p);

#ifdef __cplusplus
}
#endif

#endif

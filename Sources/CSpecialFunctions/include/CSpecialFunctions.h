#ifndef OPPORTUNE_SPECIAL_FUNCTIONS_H
#define OPPORTUNE_SPECIAL_FUNCTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/// Quantile of the standard normal distribution; NaN outside 0 < p < 1.
double opportune_normal_quantile(double p);

/// Share of the standard normal distribution up to `x`.
double opportune_normal_cumulative(double x);

/// Logarithm of the share of a chi-squared distribution above `x`, however small it is; NaN unless
/// `degrees_of_freedom` > 0 and `x` >= 0.
double opportune_chi_squared_ln_upper(double degrees_of_freedom, double x);

/// Logarithm of the share of Student's t distribution beyond `t` on both sides, however small it is; NaN unless
/// `degrees_of_freedom` > 0.
double opportune_student_ln_both_tails(double degrees_of_freedom, double t);

/// The t that a share `q` of Student's distribution exceeds; NaN outside 0 < q < 1.
double opportune_student_upper_quantile(double degrees_of_freedom, double q);

/// Logarithm of the gamma function; NaN unless `x` > 0.
double opportune_ln_gamma(double x);

/// Logarithm of gamma(x) / gamma(x + delta), without the cancellation of two large logarithms; NaN unless both
/// arguments of gamma are positive.
double opportune_ln_gamma_ratio(double x, double delta);

#ifdef __cplusplus
}
#endif

#endif

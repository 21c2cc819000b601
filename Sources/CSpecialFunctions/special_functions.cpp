#include "CSpecialFunctions.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/fraction.hpp>
#include <cmath>
#include <limits>
#include <utility>

namespace {

namespace policies = boost::math::policies;

// Boost.Math throws by default, and an exception must never cross into Swift: every error becomes NaN, an overflow
// infinity, an underflow zero.
using quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>, policies::indeterminate_result_error<policies::ignore_error>>;

const double nan_value = std::numeric_limits<double>::quiet_NaN();

// Under this a share is worked out as a logarithm, by the fractions below.
const double least_share = 1e-280;

// Steps of a continued fraction: those of a far tail need a few dozen.
const boost::uintmax_t most_terms = 100000;

// The fraction of the upper incomplete gamma function (DLMF 8.9.2, in the even form that converges twice as fast):
// 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...))).
struct upper_gamma_fraction {
  typedef std::pair<double, double> result_type;
  double a, z;
  int k = 0;

  upper_gamma_fraction(double a, double x) : a(a), z(x - a + 1) {}

  result_type operator()() {
    ++k;
    z += 2;
    return result_type(k * (a - k), z);
  }
};

// The fraction of the incomplete beta function that takes x and y = 1 - x both, so that neither loses its digits
// (A. R. DiDonato and A. H. Morris, "Significant digit computation of the incomplete beta function ratios", 1992,
// equation 9).
struct beta_fraction {
  typedef std::pair<double, double> result_type;
  double a, b, x, y;
  int m = 0;

  beta_fraction(double a, double b, double x, double y) : a(a), b(b), x(x), y(y) {}

  result_type operator()() {
    double above = (a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x;
    double denominator = a + 2 * m - 1;
    above /= denominator * denominator;
    double below = m;
    below += m * (b - m) * x / denominator;
    below += (a + m) * (a * y - b * x + 1 + m * (2 - x)) / (a + 2 * m + 1);
    ++m;
    return result_type(above, below);
  }
};

}  // namespace

extern "C" double opportune_normal_quantile(double p) {
  return boost::math::quantile(boost::math::normal_distribution<double, quiet>(), p);
}

extern "C" double opportune_normal_cumulative(double x) {
  return boost::math::erfc(-x * M_SQRT1_2, quiet()) / 2;
}

extern "C" double opportune_chi_squared_ln_upper(double degrees_of_freedom, double x) {
  if (!(degrees_of_freedom > 0) || !(x >= 0)) return nan_value;
  double a = degrees_of_freedom / 2;
  double half = x / 2;
  double share = boost::math::gamma_q(a, half, quiet());
  if (share >= least_share || !(half > a + 1)) return std::log(share);
  upper_gamma_fraction terms(a, half);
  boost::uintmax_t steps = most_terms;
  double fraction =
      boost::math::tools::continued_fraction_a(terms, std::numeric_limits<double>::epsilon(), steps);
  return a * std::log(half) - half - boost::math::lgamma(a, quiet()) - std::log(half - a + 1 + fraction);
}

extern "C" double opportune_student_ln_both_tails(double degrees_of_freedom, double t) {
  if (!(degrees_of_freedom > 0) || std::isnan(t)) return nan_value;
  double a = degrees_of_freedom / 2;
  double square = t * t;
  // x + y = 1; both are formed from their own quotient, so that a small one keeps its digits.
  bool bounded = std::isfinite(square);
  double x = bounded ? degrees_of_freedom / (degrees_of_freedom + square) : 0;
  double y = bounded ? square / (degrees_of_freedom + square) : 1;
  double ln_x = bounded ? -std::log1p(square / degrees_of_freedom)
                        : std::log(degrees_of_freedom) - 2 * std::log(std::fabs(t));
  double share = degrees_of_freedom > 2 * square ? boost::math::ibetac(0.5, a, y, quiet())
                                                 : boost::math::ibeta(a, 0.5, x, quiet());
  if (share >= least_share) return std::log(share);
  beta_fraction terms(a, 0.5, x, y);
  boost::uintmax_t steps = most_terms;
  double fraction =
      boost::math::tools::continued_fraction_b(terms, std::numeric_limits<double>::epsilon(), steps);
  double ln_beta = std::log(boost::math::tgamma_delta_ratio(a, 0.5, quiet())) + std::log(M_PI) / 2;
  return a * ln_x + std::log(y) / 2 - ln_beta - std::log(fraction);
}

extern "C" double opportune_student_upper_quantile(double degrees_of_freedom, double q) {
  if (!(degrees_of_freedom > 0)) return nan_value;
  boost::math::students_t_distribution<double, quiet> distribution(degrees_of_freedom);
  return boost::math::quantile(boost::math::complement(distribution, q));
}

extern "C" double opportune_ln_gamma(double x) {
  return x > 0 ? boost::math::lgamma(x, quiet()) : nan_value;
}

extern "C" double opportune_ln_gamma_ratio(double x, double delta) {
  return x > 0 && x + delta > 0 ? std::log(boost::math::tgamma_delta_ratio(x, delta, quiet())) : nan_value;
}

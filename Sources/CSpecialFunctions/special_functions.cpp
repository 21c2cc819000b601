#include "CSpecialFunctions.h"

#include <boost/math/distributions/normal.hpp>

namespace {

// Boost.Math throws by default, and an exception must never cross into Swift: every error becomes NaN.
using quiet = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

}  // namespace

extern "C" double opportune_normal_quantile(double p) {
  return boost::math::quantile(boost::math::normal_distribution<double, quiet>(), p);
}

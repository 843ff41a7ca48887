#include <client/wait_minutes.h>

namespace starqueue::client {

using namespace Qt::StringLiterals;

WaitWords waitWords(const std::optional<api::WaitRange>& wait)
{
    if (!wait)
        return WaitWords::None;
    if (wait->method == api::WaitMethod::Unknown)
        return WaitWords::Unknown;
    return wait->p90 == std::chrono::seconds(0) ? WaitWords::AtOnce : WaitWords::Range;
}

QString waitMinutes(const std::optional<api::WaitRange>& wait)
{
    if (waitWords(wait) != WaitWords::Range)
        return {};
    const auto low = std::chrono::floor<std::chrono::minutes>(wait->p10).count();
    const auto high = std::chrono::ceil<std::chrono::minutes>(wait->p90).count();
    return low == high ? QString::number(low) : u"%1–%2"_s.arg(low).arg(high);
}

} // namespace starqueue::client

#include <client/wait_minutes.h>

namespace starqueue::client {

using namespace Qt::StringLiterals;

QString waitMinutes(const std::optional<api::WaitRange>& wait)
{
    if (!wait)
        return {};
    const auto low = std::chrono::floor<std::chrono::minutes>(wait->p10).count();
    const auto high = std::chrono::ceil<std::chrono::minutes>(wait->p90).count();
    return low == high ? QString::number(low) : u"%1–%2"_s.arg(low).arg(high);
}

} // namespace starqueue::client

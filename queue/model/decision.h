#pragma once

#include <queue/model/event_list.h>
#include <queue/model/refusal.h>

#include <tl/expected.hpp>

namespace starqueue::queue {

/// The result of decide(): events were appended, or the command is refused.
using Decision = tl::expected<void, Refusal>;

} // namespace starqueue::queue

#pragma once

#include <hall/api/request/body.h>

#include <queue/model/reference.h>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// What another system calls the visit: the body's "reference" {case?, item?}, each of at most 64 letters,
/// digits and . _ - / : #; empty: none. Refuses what looks like a person's phone or identity number.
[[nodiscard]] tl::expected<queue::Reference, Problem> referenceIn(Body& body);

} // namespace starqueue::hall

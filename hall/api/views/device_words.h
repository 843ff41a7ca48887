#pragma once

#include <queue/model/device.h>
#include <queue/rules/rules.h>

namespace starqueue::hall {

/// A device's state in words for people, and what mends it.
struct DeviceWords
{
    queue::Name says;
    queue::Name remedy; ///< empty texts: nothing is to be done
};

/// The one table of what each fault is called and how it is mended: the board, GET /devices, the kiosk's
/// technician page and the doctor say it. A fault that isn't in it is said by its word.
[[nodiscard]] DeviceWords wordsOf(const queue::Device& device);

/// For one whose bridge doesn't listen to the hall, whatever it said last.
[[nodiscard]] DeviceWords wordsWithoutBridge();

/// How a test ended, and where to look.
[[nodiscard]] DeviceWords wordsOf(const queue::DeviceTest& test);

} // namespace starqueue::hall

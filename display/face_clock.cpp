#include <display/face_clock.h>

namespace starqueue::display {

FaceClock FaceClock::machine()
{
    return {.wall = [] { return QDateTime::currentDateTime(); },
            .steady =
                [] {
                    return std::chrono::duration_cast<std::chrono::milliseconds>(
                        std::chrono::steady_clock::now().time_since_epoch());
                }};
}

} // namespace starqueue::display

#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace starqueue::ui {

/// How the called numbers stand: the newest large, the others below it in a grid that grows with them, in
/// pixels of 1920 × 1080. The newest takes at least a quarter of the height, each other at least a ninth, and
/// no text less than a thirtieth.
struct CallGridSizes
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int columns MEMBER columns CONSTANT)
    Q_PROPERTY(int rows MEMBER rows CONSTANT)
    Q_PROPERTY(bool waits MEMBER waits CONSTANT)
    Q_PROPERTY(int newest MEMBER newest CONSTANT)
    Q_PROPERTY(int called MEMBER called CONSTANT)
    Q_PROPERTY(int calledLeast MEMBER calledLeast CONSTANT)
    Q_PROPERTY(int sign MEMBER sign CONSTANT)
    Q_PROPERTY(int signFigure MEMBER signFigure CONSTANT)
    Q_PROPERTY(int signFigureLong MEMBER signFigureLong CONSTANT)
    Q_PROPERTY(int signLongHeight MEMBER signLongHeight CONSTANT)
    Q_PROPERTY(int signWord MEMBER signWord CONSTANT)
    Q_PROPERTY(int gap MEMBER gap CONSTANT)
    Q_PROPERTY(int number MEMBER number CONSTANT)
    Q_PROPERTY(int numberLeast MEMBER numberLeast CONSTANT)
    Q_PROPERTY(int place MEMBER place CONSTANT)
    Q_PROPERTY(int placeLong MEMBER placeLong CONSTANT)
    Q_PROPERTY(int figure MEMBER figure CONSTANT)
    Q_PROPERTY(int figureLong MEMBER figureLong CONSTANT)
    Q_PROPERTY(int longHeight MEMBER longHeight CONSTANT)
    Q_PROPERTY(int word MEMBER word CONSTANT)

public:
    int columns = 2;
    int rows = 2;
    bool waits = true; ///< the services stand beside the calls
    int newest = 420;  ///< height of the newest call
    int called = 300;  ///< its number
    int calledLeast = 150;
    int sign = 430; ///< width of its counter
    int signFigure = 190;
    int signFigureLong = 84;  ///< of a sign of words
    int signLongHeight = 170; ///< of its two lines
    int signWord = 52;
    int gap = 16; ///< between calls
    int number = 128;
    int numberLeast = 60;
    int place = 210;     ///< width of the counter of another call
    int placeLong = 260; ///< of one with a sign of words
    int figure = 96;
    int figureLong = 56;
    int longHeight = 130;
    int word = 36;

    /// Calls besides the newest that have room.
    [[nodiscard]] int cells() const { return columns * rows; }
};

/// The grid for so many calls besides the newest; the largest that there is where they are more.
[[nodiscard]] CallGridSizes callGridFor(qsizetype others);

} // namespace starqueue::ui

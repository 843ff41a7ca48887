#!/bin/sh
# make_clips.sh DIRECTORY: makes the spoken clips, one WAV each (16 bit, mono, 22050 Hz), from espeak-ng.
# Chinese goes through pinyin: espeak-ng's voice for characters spells most of them out in English.
set -eu
out=$1
mkdir -p "$out/zh" "$out/en"

clip() { # clip LANGUAGE NAME VOICE WORDS
    espeak-ng -v "$3" -s 150 -w "$out/raw.wav" "$4"
    # Silence goes at both ends, so that joined clips sound like one sentence.
    sox "$out/raw.wav" "$out/$1/$2.wav" silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse
    rm "$out/raw.wav"
}
zh() { clip zh "$1" cmn-latn-pinyin+f3 "$2"; }
en() { clip en "$1" en+f3 "$2"; }

zh please qing3; zh number hao4; zh goto dao4; zh counter "chuang1 kou3"; zh ten shi2
zh 0 ling2; zh 1 yi1; zh 2 er4; zh 3 san1; zh 4 si4
zh 5 wu3; zh 6 liu4; zh 7 qi1; zh 8 ba1; zh 9 jiu3

en number number; en goto "please go to"; en counter counter
en 0 zero; en 1 one; en 2 two; en 3 three; en 4 four
en 5 five; en 6 six; en 7 seven; en 8 eight; en 9 nine
en 10 ten; en 11 eleven; en 12 twelve; en 13 thirteen; en 14 fourteen
en 15 fifteen; en 16 sixteen; en 17 seventeen; en 18 eighteen; en 19 nineteen
en 20 twenty; en 30 thirty; en 40 forty; en 50 fifty; en 60 sixty
en 70 seventy; en 80 eighty; en 90 ninety

# Letters have Chinese names in Chinese: W is "da-bu-liu".
for letter in A B C D E F G H I J K L M N O P Q R S T U V W X Y Z; do
    en "$letter" "$letter"
    zh "$letter" "$letter"
done

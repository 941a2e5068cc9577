// Defines the smooth colour maps as evenly spaced stops; between stops the map is linear.

/// Tables of colour maps: a line each, "name = stops"; a stop is "rrggbb" (evenly spaced) or "position:rrggbb".
enum ColormapTable {
    /// Perceptual and cyclic maps, 33 stops each (within 2/255 of the published tables, cividis 5/255).
    static let smooth = """
        viridis = 440154 470d60 48186a 482374 472d7b 453781 424086 3e4989 3b528b 375b8d 33638d 2f6b8e 2c728e 297a8e 26828e 23898e 21918c \
        1f978b 1f9f88 21a685 27ad81 31b57b 3dbc74 4cc26c 5cc863 6ece58 81d34d 95d840 aadc32 c0df25 d5e21a eae51a fde725
        plasma = 0d0887 220690 310597 3f049c 4c02a1 5901a5 6600a7 7201a8 7e03a8 8a09a5 9511a1 a01a9c aa2395 b32c8e bc3587 c43e7f cc4778 \
        d24f71 d9586a df6263 e56b5d eb7556 f07f4f f48948 f89441 fb9f3a fdab33 feb72d fdc328 fcd025 f9dd25 f5eb27 f0f921
        inferno = 000004 040312 0b0724 150b37 210c4a 2f0a5b 3d0965 4a0c6b 57106e 64156e 71196e 7d1e6d 8a226a 972766 a32c61 b0315b bc3754 \
        c63d4d d04545 da4e3c e35933 eb6429 f1711f f67e14 f98c0a fb9b06 fcaa0f fbba1f f9c932 f5d949 f2e865 f3f586 fcffa4
        magma = 000004 030312 0a0822 130d34 1d1147 29115a 36106b 440f76 51127c 5d177f 6a1c81 762181 832681 902a81 9c2e7f aa337d b73779 \
        c23b75 cf4070 db476a e55064 ee5b5e f4695c f9785d fb8761 fd9668 fea571 feb47b fec287 fed194 fde0a1 fceeb0 fcfdbf
        cividis = 00224e 00285b 002e6a 053371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 535a6d 5a5f6e 61656f 686a71 6f7073 767676 7d7c78 \
        838179 8b8778 928d78 9a9376 a29975 aaa073 b3a670 bbad6d c3b369 ccba64 d4c15f ddc858 e6d051 efd748 f8df3c fee838
        turbo = 30123b 392a73 4040a2 4456c7 466be3 4680f6 4294ff 37a8fa 28bceb 1ccdd8 18ddc2 1fe9af 32f298 4ef97d 6dfe62 8bff4b a4fc3c \
        b7f735 cbed34 dde037 ecd13a f7c13a fdae35 fe992c fb8122 f56918 ec530f e14109 d23105 c12302 ac1701 950d01 7a0403
        coolwarm = 3b4cc0 445acc 4e68d8 5875e1 6282ea 6c8ff1 779af7 82a6fb 8db0fe 98b9ff a3c2fe aec9fc b9d0f9 c3d5f4 ccd9ed d5dbe5 dddcdc \
        e4d9d2 ebd3c6 f1cdba f4c5ad f7bca1 f7b194 f7a688 f49a7b f18d6f ec7f63 e57058 de614d d55042 cb3e38 c0282f b40426
        twilight = e2d9e2 ddd9e0 d6d7dd cdd3d8 c2ced4 b6c8cf aac2cc 9ebbc9 93b4c6 89adc5 80a5c3 789ec2 7196c1 6c8ebf 6786be 647dbc 6275ba \
        606db8 5f64b5 5f5ab1 5e51ad 5e47a7 5d3da1 5c3499 592a8f 562284 511b77 4c1669 45135c 3e1150 381145 33113d 2f1436
        rainbow = 8000ff 7019ff 6032fe 504afc 4062fa 3079f7 208ef4 10a2f0 00b5eb 10c6e6 20d5e1 30e1da 40ecd4 50f4cc 60fac5 70febc 80ffb4 \
        8efeac 9efaa2 aef498 beec8e cee184 ded579 eec66d feb562 ffa256 ff8e4a ff793e ff6232 ff4a26 ff3219 ff190d ff0000
        cubehelix = 000000 0c050e 150b1d 19132d 1b1e3b 192a46 17374d 15464e 16534c 1a6046 236a3e 317236 447731 5a7a2f 727b32 8a7a3b a1794a \
        b3795b c37a73 ce7d8c d383a6 d48cbe d297d2 cca4e2 c7b2ed c3c1f2 c1cff3 c4dcf2 cae7f0 d4efef e2f6f0 f0fbf5 ffffff
        gnuplot = 000000 2d0032 400062 4e008e 5a01b5 6501d5 6f02ec 7703fa 8004ff 8706fa 8f08eb 960ad3 9c0eb3 a3118c a9165f af1b2f b52000 \
        ba2600 bf2d00 c43500 c93e00 ce4800 d35200 d85e00 dd6b00 e17900 e68800 ea9900 eeab00 f3be00 f7d200 fbe800 ffff00
        gnuplot2 = 000000 000020 000040 000060 000080 0000a0 0000c0 0000e0 0100ff 1a00ff 3300ff 4c00ff 6500ff 7e00ff 970af5 b01ae5 c92ad5 \
        df38c7 f848b7 ff58a7 ff6897 ff7887 ff8877 ff9867 ffa857 ffb847 ffc837 ffd827 ffe817 fff807 ffff37 ffff9b ffffff
        pink = 1e0000 402525 553434 664040 744a4a 815252 8d5a5a 976262 a16868 ab6f6f b47575 bc7a7a c38280 c68e85 ca988a cda28f d0ac94 \
        d3b497 d6bc9c dac4a0 ddcca4 e0d4a8 e3dbac e6e2b0 e9e9b5 ececc0 eeeeca f1f1d4 f4f4dd f7f7e6 fafaef fcfcf7 ffffff
        """
}

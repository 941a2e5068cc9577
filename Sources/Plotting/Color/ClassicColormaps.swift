// Defines the sequential, diverging and classic colour maps by their published stops.

extension ColormapTable {
    /// From light to dark (Cynthia Brewer's).
    static let sequential = """
        Blues = f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b
        Greens = f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b
        Greys = ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000
        Oranges = fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704
        Purples = fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d
        Reds = fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d
        YlOrBr = ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 993404 662506
        YlOrRd = ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026
        OrRd = fff7ec fee8c8 fdd49e fdbb84 fc8d59 ef6548 d7301f b30000 7f0000
        PuRd = f7f4f9 e7e1ef d4b9da c994c7 df65b0 e7298a ce1256 980043 67001f
        RdPu = fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177 49006a
        BuPu = f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b
        GnBu = f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 0868ac 084081
        PuBu = fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858
        YlGnBu = ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58
        PuBuGn = fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016c59 014636
        BuGn = f7fcfd e5f5f9 ccece6 99d8c9 66c2a4 41ae76 238b45 006d2c 00441b
        YlGn = ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529
        """

    /// Two hues that meet in a light middle.
    static let diverging = """
        PiYG = 8e0152 c51b7d de77ae f1b6da fde0ef f7f7f7 e6f5d0 b8e186 7fbc41 4d9221 276419
        PRGn = 40004b 762a83 9970ab c2a5cf e7d4e8 f7f7f7 d9f0d3 a6dba0 5aae61 1b7837 00441b
        BrBG = 543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30
        PuOr = 7f3b08 b35806 e08214 fdb863 fee0b6 f7f7f7 d8daeb b2abd2 8073ac 542788 2d004b
        RdGy = 67001f b2182b d6604d f4a582 fddbc7 ffffff e0e0e0 bababa 878787 4d4d4d 1a1a1a
        RdBu = 67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061
        RdYlBu = a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695
        RdYlGn = a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837
        Spectral = 9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2
        bwr = 0000ff ffffff ff0000
        seismic = 00004c 0000ff ffffff ff0000 800000
        """

    /// Older maps that course code still names.
    static let classic = """
        gray = 000000 ffffff
        binary = ffffff 000000
        bone = 0:000000 0.3651:515171 0.746:a6c6c6 1:ffffff
        copper = 0:000000 0.8095:ffa167 1:ffc77f
        hot = 0:0b0000 0.3651:ff0000 0.746:ffff00 1:ffffff
        cool = 00ffff ff00ff
        spring = ff00ff ffff00
        summer = 008066 ffff66
        autumn = ff0000 ffff00
        winter = 0000ff 00ff80
        jet = 0:000080 0.11:0000ff 0.125:0000ff 0.34:00dbff 0.35:00e5f7 0.375:15ffe2 0.64:efff08 0.65:f7f600 0.66:ffec00 0.89:ff1300 \
        0.91:e80000 1:800000
        hsv = 0:ff0000 0.1587:ffef00 0.1746:f7ff00 0.3333:08ff00 0.3492:00ff10 0.5079:00ffff 0.6667:0010ff 0.6825:0800ff \
        0.8413:f700ff 0.8571:ff00ef 1:ff0018
        terrain = 0:333399 0.15:0099ff 0.25:00cc66 0.5:ffff99 0.75:805c54 1:ffffff
        gist_earth = 0:000000 0.0039:01002b 0.0078:010038 0.0275:05006e 0.0314:050274 0.1098:133078 0.1647:1c4d7a 0.2078:23627c \
        0.2824:308080 0.4588:459a49 0.4667:4a9b46 0.5216:69a34e 0.5451:76a652 0.549:78a652 0.698:b7b75e 0.7843:c0a465 \
        0.7882:c1a367 0.7922:c2a46a 0.8:c4a46f 0.8078:c6a574 0.8157:c8a779 0.8667:d7b298 0.8745:d9b59d 0.8824:dbb8a2 \
        0.8902:debba7 0.8941:dfbcaa 0.898:e0bdad 0.9412:ecd3ce 0.9569:f1dcda 0.9647:f3e1e0 0.9961:fcf8f8 1:fdfbfb
        nipy_spectral = 000000 770088 880099 0000aa 0000dd 0077dd 0099dd 00aaaa 00aa88 009900 00bb00 00dd00 00ff00 bbff00 eeee00 ffcc00 ff9900 \
        ff0000 dd0000 cc0000 cccccc
        gist_rainbow = 0:ff0029 0.03:ff0000 0.215:ffff00 0.4:00ff00 0.586:00ffff 0.77:0000ff 0.954:ff00ff 1:ff00bf
        afmhot = 000000 200000 400000 600000 800000 a02000 c04000 e06000 ff8001 ff9e1f ffbe3f ffde5f fffe7f ffff9f ffffbf ffffdf ffffff
        gist_heat = 000000 180000 300000 480000 600000 780000 900000 a80000 c00100 d61f00 ee3f00 ff5f00 ff7f00 ff9f3f ffbf7f ffdfbf ffffff
        ocean = 008000 006810 005020 003830 002040 000850 001060 002870 004080 00578f 006f9f 0f87af 3f9fbf 6fb7cf 9fcfdf cfe7ef ffffff
        Wistia = e4ff7a ebf962 f2f34a f8ee32 ffe81a ffdd13 ffd20d ffc706 ffbd00 ffb600 ffaf00 ffa700 ffa000 fe9800 fe9000 fd8700 fc7f00
        """
}
